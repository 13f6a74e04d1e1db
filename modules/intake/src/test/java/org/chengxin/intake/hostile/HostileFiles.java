package org.chengxin.intake.hostile;

import java.util.ArrayList;
import java.util.List;

/** All of them. */
public final class HostileFiles {

    private HostileFiles() {}

    public static List<HostileFile> all() {
        List<HostileFile> files = new ArrayList<>();
        files.addAll(OddEncodings.all());
        files.addAll(OddTables.all());
        files.addAll(OddContents.all());
        files.addAll(OtherKinds.all());
        files.addAll(OddWorkbooks.all());
        files.addAll(OddSheets.all());
        files.addAll(OddXml.all());
        files.addAll(OddJson.all());
        return files;
    }
}
