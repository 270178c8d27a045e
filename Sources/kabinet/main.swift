import Commands
import Platform

Process.keepFilesPrivate()
Signals.ignoreBrokenPipe()
Signals.install()
let status = Launch(arguments: Array(CommandLine.arguments.dropFirst()), environment: Process.environment()).run()
Process.exitAtOnce(Signals.exitStatus ?? status.rawValue)
