import Glibc

/// A child process to be run: its arguments, environment, input and limits.
package struct Spawn: Sendable {
  /// The program, looked up in `PATH` when it has no slash, and its arguments.
  package var arguments: [String]
  /// The child's whole environment; nothing is inherited.
  package var environment: [String: String]
  package var input: [UInt8]
  /// Milliseconds until the child is killed; nil waits for ever.
  package var deadline: Int64?
  /// Milliseconds without a byte of output until the child is killed; nil waits for ever.
  package var idleLimit: Int64?
  /// Bytes of standard output after which the child is killed.
  package var outputLimit: Int
  /// Bytes of standard error that are kept; the rest is read and dropped.
  package var complaintLimit: Int

  package init(
    _ arguments: [String], environment: [String: String], input: [UInt8] = [], deadline: Int64? = nil,
    idleLimit: Int64? = nil, outputLimit: Int = 8 << 20, complaintLimit: Int = 16 << 10
  ) {
    self.arguments = arguments
    self.environment = environment
    self.input = input
    self.deadline = deadline
    self.idleLimit = idleLimit
    self.outputLimit = outputLimit
    self.complaintLimit = complaintLimit
  }

  /// How a child came to its end. The last four are ours: it was killed.
  package enum Ending: Sendable, Equatable {
    case exited(Int32)
    case signalled(Int32)
    case timedOut, idle, tooMuchOutput, interrupted
  }

  package struct Outcome: Sendable {
    package let ending: Ending
    /// Empty when the output was streamed.
    package let output: [UInt8]
    package let complaint: [UInt8]
  }

  /// Runs the child to its end and collects its output.
  package func run() throws(SystemError) -> Outcome {
    var collected: [UInt8] = []
    do {
      let (ending, complaint) = try stream { collected.append(contentsOf: $0) }
      return Outcome(ending: ending, output: collected, complaint: complaint)
    } catch let error as SystemError {
      throw error
    } catch {
      // The callback above cannot throw, so nothing else can arrive here.
      throw SystemError(code: EINVAL, operation: "spawn", path: arguments.first ?? "")
    }
  }

  /// Runs the child and hands over its output as it comes, in chunks of at most 64 KiB. When the receiver throws, the child
  /// is killed and the error goes on.
  package func run(receiving: ([UInt8]) throws -> Void) throws -> Outcome {
    let (ending, complaint) = try stream(receiving)
    return Outcome(ending: ending, output: [], complaint: complaint)
  }

  /// Runs a child on our own terminal (a pager, an editor, a password program) and waits for it.
  package static func interactive(_ arguments: [String], environment: [String: String]) throws(SystemError) -> Ending {
    let child = try Child(arguments, environment, redirections: [])
    return child.wait()
  }

  private func stream(_ receive: ([UInt8]) throws -> Void) throws -> (Ending, complaint: [UInt8]) {
    var conversation = try Conversation(self)
    do {
      while try conversation.step(receive) {}
    } catch {
      conversation.kill()
      throw error
    }
    return conversation.finish()
  }
}
