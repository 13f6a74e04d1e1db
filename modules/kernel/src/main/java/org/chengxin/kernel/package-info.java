/**
 * What every module has to agree on before it can talk to another: who acts ({@link org.chengxin.kernel.Actor},
 * {@link org.chengxin.kernel.Role}), the few words that travel everywhere ({@link org.chengxin.kernel.DisclosureScope},
 * {@link org.chengxin.kernel.Section}, {@link org.chengxin.kernel.Severity}) and how a use case says no
 * ({@link org.chengxin.kernel.BusinessRefusal}). The kernel knows nobody: it has no dependency but Java itself, so that
 * it also serves outside a server, in launchers, migrations and benchmarks.
 */
package org.chengxin.kernel;
