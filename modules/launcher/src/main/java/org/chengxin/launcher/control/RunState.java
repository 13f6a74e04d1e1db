package org.chengxin.launcher.control;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.Properties;

/** What the launcher of a data directory is doing, for other calls of {@code ./run} to read. */
public final class RunState {

    /** How far a run has come. */
    public enum Phase {
        /** Something is still coming up. */
        STARTING,
        /** Everything is up. */
        READY,
        /** Things are being taken down. */
        STOPPING
    }

    /**
     * A run that lives.
     *
     * @param process its launcher
     * @param phase how far it has come
     * @param address its address
     */
    public record Run(ProcessHandle process, Phase phase, String address) {}

    private final Path stateFile;
    private final Path pidFile;

    private RunState(Path dataHome) {
        this.stateFile = dataHome.resolve("run.properties");
        this.pidFile = dataHome.resolve("run.pid");
    }

    /** @return the state of this data directory. */
    public static RunState in(Path dataHome) {
        return new RunState(dataHome);
    }

    /** @return the run, while its launcher lives. */
    public Optional<Run> current() {
        return LeftProcess.find(pidFile).flatMap(process -> {
            Properties state = read();
            String phase = state.getProperty("phase", Phase.STARTING.name());
            return Optional.of(new Run(process, Phase.valueOf(phase), state.getProperty("address", "")));
        });
    }

    /** Says how far this process has come. */
    public void tell(Phase phase, String address) {
        Properties state = new Properties();
        state.setProperty("phase", phase.name());
        state.setProperty("address", address);
        try {
            Path fresh = stateFile.resolveSibling("run.properties.new");
            try (OutputStream out = Files.newOutputStream(fresh)) {
                state.store(out, null);
            }
            Files.move(fresh, stateFile, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            LeftProcess.remember(pidFile, ProcessHandle.current());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Forgets the run. */
    public void clear() {
        LeftProcess.forget(pidFile);
        LeftProcess.forget(stateFile);
    }

    private Properties read() {
        Properties state = new Properties();
        if (Files.exists(stateFile)) {
            try (InputStream in = Files.newInputStream(stateFile)) {
                state.load(in);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return state;
    }
}
