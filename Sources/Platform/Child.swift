@preconcurrency import Glibc
import Synchronization

/// A started child process.
struct Child {
  let identifier: pid_t

  /// Starts the program. Each redirection gives one of our descriptors to the child as its 0, 1 or 2; all others of ours
  /// are close-on-exec. Signals are at their defaults in the child, even those that we ignore.
  init(
    _ arguments: [String], _ environment: [String: String], redirections: [(ours: Int32, theirs: Int32)]
  ) throws(SystemError) {
    guard let program = arguments.first else { throw SystemError(code: ENOENT, operation: "run", path: "") }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for redirection in redirections {
      posix_spawn_file_actions_adddup2(&actions, redirection.ours, redirection.theirs)
    }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    Child.useDefaultSignals(&attributes)

    let variables = environment.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
    var started: pid_t = 0
    let code = Child.withCStrings(arguments) { argv in
      Child.withCStrings(variables) { envp in
        posix_spawnp(&started, program, &actions, &attributes, argv, envp)
      }
    }
    guard code == 0 else { throw SystemError(code: code, operation: "run", path: program) }
    identifier = started
  }

  func wait() -> Spawn.Ending {
    var status: Int32 = 0
    while waitpid(identifier, &status, 0) < 0, errno == EINTR {}
    return Child.ending(status)
  }

  /// How the child ended, or nil when it still runs at the given monotonic millisecond.
  func wait(until end: Int64) -> Spawn.Ending? {
    var status: Int32 = 0
    while true {
      let answer = waitpid(identifier, &status, WNOHANG)
      if answer == identifier { return Child.ending(status) }
      guard answer == 0 || errno == EINTR, Clock.monotonicMilliseconds() < end else { return nil }
      Clock.pause(milliseconds: 1)
    }
  }

  private static func ending(_ status: Int32) -> Spawn.Ending {
    let signal = status & 0x7f
    return signal == 0 ? .exited(status >> 8 & 0xff) : .signalled(signal)
  }

  func kill() { Glibc.kill(identifier, SIGKILL) }

  private static func useDefaultSignals(_ attributes: inout posix_spawnattr_t) {
    var all = sigset_t()
    sigemptyset(&all)
    posix_spawnattr_setsigmask(&attributes, &all)
    for number in [SIGINT, SIGTERM, SIGHUP, SIGPIPE] { sigaddset(&all, number) }
    posix_spawnattr_setsigdefault(&attributes, &all)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))
  }

  private static func withCStrings<Answer>(
    _ strings: [String], _ body: (UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> Answer
  ) -> Answer {
    let copies = strings.map { strdup($0) }
    defer { for copy in copies { free(copy) } }
    let array = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>.allocate(capacity: copies.count + 1)
    defer { array.deallocate() }
    for (index, copy) in copies.enumerated() { (array + index).initialize(to: copy) }
    (array + copies.count).initialize(to: nil)
    return body(array)
  }
}

/// Two ends of a pipe, both close-on-exec.
///
/// glibc's `pipe2` is not visible to Swift, so a child that another thread starts between the two calls below would inherit
/// the ends and keep them open. Pipes are therefore made, and children started, under one lock.
struct Pipe {
  static let turn = Mutex(())

  let reading: Int32
  let writing: Int32

  init() throws(SystemError) {
    var ends: [Int32] = [-1, -1]
    try retrying("pipe", "") { pipe(&ends) }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    (reading, writing) = (ends[0], ends[1])
  }

  static func makeNonBlocking(_ descriptor: Int32) {
    _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK)
  }
}
