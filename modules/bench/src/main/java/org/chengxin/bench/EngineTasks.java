package org.chengxin.bench;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Map;

/** The inbox as a process engine offers it by itself: its task service, asked for what our inbox shows. */
interface EngineTasks extends AutoCloseable {

    /** The group that owns all tasks. */
    String GROUP = "REVIEWER-env";

    /** Id of the process with the one task. */
    String PROCESS = "OneTask";

    /** What a task is decided with. */
    Map<String, Object> DECISION = Map.of("outcome", "WARNING");

    /** Starts so many instances more, many in one transaction; each waits in one task. */
    void start(int from, int count);

    /**
     * Tasks of the group, soonest deadline first.
     *
     * @return their ids
     */
    List<String> page(int first, int most);

    /** @return how many open tasks the group has. */
    long open();

    /** @return how many tasks this person has claimed. */
    long mine(String user);

    /** @return how many of the group's tasks are past their deadline now. */
    long overdue();

    void claim(String task, String user);

    /** Ends the task with a decision. */
    void complete(String task);

    @Override
    void close();

    /** @return what an instance is started with: deadlines from ten days ago to thirty days ahead, in turn. */
    static Map<String, Object> variables(int number) {
        return Map.of("due", Date.from(Instant.now().plus(number % 40 - 10, ChronoUnit.DAYS)));
    }

    /**
     * @param extensions the engine's own namespace
     * @param attributes what it wants of a process besides
     * @return a process with one task, which belongs to {@link #GROUP} and is due on {@code ${due}}
     */
    static String model(String extensions, String attributes) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:engine="%s" targetNamespace="bench">
                  <process id="%s" isExecutable="true" %s>
                    <startEvent id="Start"/>
                    <sequenceFlow id="ToTask" sourceRef="Start" targetRef="Task"/>
                    <userTask id="Task" name="人工判定类别" engine:candidateGroups="%s" engine:dueDate="${due}"/>
                    <sequenceFlow id="ToEnd" sourceRef="Task" targetRef="End"/>
                    <endEvent id="End"/>
                  </process>
                </definitions>
                """.formatted(extensions, PROCESS, attributes, GROUP);
    }
}
