package org.chengxin.subject.boundary;

import java.util.List;
import org.chengxin.kernel.code.SubjectCode;

/** How a row names the subject it is about: codes first, the name where there is no code. */
public record SubjectQuery(List<SubjectCode.Classified> codes, String name) {}
