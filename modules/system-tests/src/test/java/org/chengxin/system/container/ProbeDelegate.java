package org.chengxin.system.container;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** A step that writes in the job's transaction; for keys that begin with "twice" it fails the first time, after writing. */
@Named("probe")
@ApplicationScoped
public class ProbeDelegate implements JavaDelegate {

    @Inject
    ProbeStore store;

    private final Set<String> failed = ConcurrentHashMap.newKeySet();

    @Override
    public void execute(DelegateExecution execution) {
        String key = (String) execution.getVariable("key");
        store.setting("probe." + key, execution.getCurrentActivityId());
        if (key.startsWith("twice") && failed.add(key)) {
            throw new IllegalStateException("the first time");
        }
    }
}
