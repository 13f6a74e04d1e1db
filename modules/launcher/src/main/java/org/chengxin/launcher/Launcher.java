package org.chengxin.launcher;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.chengxin.launcher.boundary.RunCommands;
import org.chengxin.launcher.entity.LaunchFailure;
import org.chengxin.launcher.entity.LaunchSettings;
import org.chengxin.launcher.entity.Texts;

/**
 * Command line of {@code ./run}: {@code start}, {@code start --detach}, {@code stop}, {@code status}, {@code reset},
 * {@code reset --yes} and {@code backup} with a directory. The system property {@code chengxin.checkout} names the checkout (default: the working
 * directory). Exit codes: 0 done, 1 failed, 2 not understood, 3 not running (status).
 */
public final class Launcher {

    private static final int NOT_UNDERSTOOD = 2;

    private Launcher() {}

    /**
     * Runs one command and ends the JVM with its exit code.
     *
     * @param arguments the command and its option
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        int exit;
        try {
            LaunchSettings settings =
                    LaunchSettings.of(Path.of(System.getProperty("chengxin.checkout", ".")), System.getenv());
            exit = run(List.of(arguments), settings, new RunCommands(settings, out::println), out);
        } catch (LaunchFailure e) {
            out.println(e.getMessage());
            exit = RunCommands.FAILED;
        }
        System.exit(exit);
    }

    private static int run(List<String> arguments, LaunchSettings settings, RunCommands commands, PrintStream out)
            throws IOException, InterruptedException {
        if (arguments.size() == 2 && arguments.get(0).equals("backup")) {
            return commands.backup(Path.of(arguments.get(1)));
        }
        switch (String.join(" ", arguments)) {
            case "start":
                return commands.start();
            case "start --detach":
                return commands.startDetached();
            case "stop":
                return commands.stop();
            case "status":
                return commands.status();
            case "reset --yes":
                return commands.reset();
            case "reset":
                return confirmed(settings, out) ? commands.reset() : RunCommands.FAILED;
            default:
                out.println(Texts.text("command.unknown", String.join(" ", arguments)));
                return NOT_UNDERSTOOD;
        }
    }

    private static boolean confirmed(LaunchSettings settings, PrintStream out) throws IOException {
        out.print(Texts.text("reset.question", settings.dataHome()) + " ");
        out.flush();
        String answer = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
        boolean yes = answer != null && answer.strip().equalsIgnoreCase("yes");
        if (!yes) {
            out.println(Texts.text("reset.kept"));
        }
        return yes;
    }
}
