/** Starts the workbench in a JVM with settings that a jar cannot carry: shared classes, compiler, environment. */
package reclens.launch;
