package org.chengxin.workflow.engine;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;

/** Runs the engine's jobs on the container's threads, where transactions, CDI and naming work. */
class ContainerJobExecutor extends JobExecutor {

    private final ThreadFactory acquisition;
    private final ExecutorService jobs;

    /**
     * @param acquisition makes the one thread that looks for due jobs
     * @param jobs runs them; when it is full they are given back for another node
     */
    ContainerJobExecutor(ThreadFactory acquisition, ExecutorService jobs) {
        this.acquisition = acquisition;
        this.jobs = jobs;
    }

    @Override
    protected void startJobAcquisitionThread() {
        if (jobAcquisitionThread == null) {
            jobAcquisitionThread = acquisition.newThread(acquireJobsRunnable);
            jobAcquisitionThread.start();
        }
    }

    @Override
    protected void startExecutingJobs() {
        startJobAcquisitionThread();
    }

    @Override
    protected void stopExecutingJobs() {
        stopJobAcquisitionThread();
    }

    @Override
    public void executeJobs(List<String> jobIds, ProcessEngineImpl engine) {
        try {
            jobs.execute(getExecuteJobsRunnable(jobIds, engine));
        } catch (RejectedExecutionException full) {
            rejectedJobsHandler.jobsRejected(jobIds, engine, this);
        }
    }
}
