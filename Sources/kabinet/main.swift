import Commands
import Platform

Process.keepFilesPrivate()
Signals.ignoreBrokenPipe()
Signals.install()
// Without our own name at the front Swift could not find them.
let words = CommandLine.arguments.isEmpty ? nil : Array(CommandLine.arguments.dropFirst())
let status = Launch(arguments: words, environment: Process.environment()).run()
Process.exitAtOnce(Signals.exitStatus ?? status.rawValue)
