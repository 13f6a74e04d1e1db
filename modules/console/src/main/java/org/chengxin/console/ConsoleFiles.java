package org.chengxin.console;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;

/** The console's own stylesheet and scripts: their address changes with their content, so browsers may keep them. */
@Named("consoleFiles")
@ApplicationScoped
public class ConsoleFiles {

    @Inject
    ServletContext context;

    private String version;

    @PostConstruct
    void read() {
        CRC32 sum = new CRC32();
        for (String file : new String[] {
            "/resources/console/console.css", "/resources/console/console.js", "/resources/console/drafts.js"
        }) {
            try (InputStream content = context.getResourceAsStream(file)) {
                sum.update(content.readAllBytes());
            } catch (IOException e) {
                throw new IllegalStateException("not in the archive: " + file, e);
            }
        }
        version = Long.toHexString(sum.getValue());
    }

    public String getVersion() {
        return version;
    }
}
