package org.chengxin.workflow.engine;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Phaser;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;

/** Runs the engine's jobs on the container's threads, where transactions, CDI and naming work. */
class ContainerJobExecutor extends JobExecutor {

    private final ThreadFactory acquisition;
    private final ExecutorService jobs;
    private final Phaser running = new Phaser(1);

    /**
     * @param acquisition makes the one thread that looks for due jobs
     * @param jobs runs them; when it is full they are given back for another node
     */
    ContainerJobExecutor(ThreadFactory acquisition, ExecutorService jobs) {
        this.acquisition = acquisition;
        this.jobs = jobs;
    }

    /**
     * Waits for the jobs under way. After the shutdown none begins any more: what was acquired and not begun is unlocked
     * for another server.
     *
     * @return whether all of them ended in time
     */
    boolean awaitRest(Duration atMost) {
        try {
            running.awaitAdvanceInterruptibly(running.arrive(), atMost.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException stillRunning) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
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
        Runnable work = getExecuteJobsRunnable(jobIds, engine);
        running.register();
        try {
            jobs.execute(() -> {
                try {
                    work.run();
                } finally {
                    running.arriveAndDeregister();
                }
            });
        } catch (RejectedExecutionException full) {
            running.arriveAndDeregister();
            rejectedJobsHandler.jobsRejected(jobIds, engine, this);
        }
    }
}
