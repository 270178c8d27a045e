@preconcurrency import Glibc
import Platform

/// `simulate [--runs N] [--seed S] [--control]`
setlinebuf(stdout)
let outcome = Simulation(Array(CommandLine.arguments.dropFirst())).run()
exit(outcome)
