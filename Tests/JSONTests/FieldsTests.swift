import Testing

@testable import JSON

private struct Point: JSONConvertible, Equatable {
  let x: Int64
  init(x: Int64) { self.x = x }
  init(json: JSON) throws(FieldError) { x = try Fields(json, "point").integer("x") }
  var json: JSON { ["x": .integer(x)] }
}

private enum Colour: String {
  case red, green
}

@Suite struct FieldsTests {
  private let fields: Fields

  init() throws {
    fields = try Fields(
      JSON(
        parsing: #"""
          {"text":"t","number":7,"flag":true,"none":null,"list":[{"x":1},{"x":2}],"bad":[{"x":1},{"x":"2"}],
          "point":{"x":5},"colour":"green","other":"blue","big":1000000001,"minus":-1,"decimal":1.0}
          """#), "thing")
  }

  private func failure(_ body: () throws -> Void) -> String? {
    #expect(throws: FieldError.self) { try body() }?.description
  }

  @Test func membersAreReadByTheirType() throws {
    #expect(try fields.string("text") == "t")
    #expect(try fields.integer("number") == 7)
    #expect(try fields.count("number") == 7)
    #expect(try fields.bool("flag", default: false))
    #expect(try fields.list("list", of: Point.self) == [Point(x: 1), Point(x: 2)])
    #expect(try fields.value("point", as: Point.self) == Point(x: 5))
    #expect(try fields.choice("colour", as: Colour.self) == .green)
    #expect(try fields.fields("point").integer("x") == 5)
  }

  @Test(arguments: ["none", "absent"])
  func nullAndAbsentAreTheSame(key: String) throws {
    #expect(!fields.has(key))
    #expect(try fields.optionalString(key) == nil)
    #expect(try fields.optionalInteger(key) == nil)
    #expect(try fields.optionalCount(key) == nil)
    #expect(try fields.bool(key, default: true))
    #expect(try fields.array(key).isEmpty)
    #expect(try fields.list(key, of: Point.self).isEmpty)
    #expect(try fields.optional(key, as: Point.self) == nil)
    #expect(try fields.optionalChoice(key, as: Colour.self) == nil)
    #expect(failure { _ = try fields.string(key) } == "thing.\(key): a value is due")
  }

  @Test func aWrongMemberIsNamedWithWhatIsDue() {
    #expect(failure { _ = try fields.string("number") } == "thing.number: a string is due")
    #expect(failure { _ = try fields.integer("decimal") } == "thing.decimal: an integer is due")
    #expect(failure { _ = try fields.bool("text", default: true) } == "thing.text: true or false is due")
    #expect(failure { _ = try fields.array("point") } == "thing.point: an array is due")
    #expect(failure { _ = try fields.fields("text") } == "thing.text: an object is due")
    #expect(failure { _ = try fields.choice("other", as: Colour.self) } == "thing.other: blue is not known here")
    #expect(failure { _ = try fields.count("minus") } == "thing.minus: a number from 0 to 1000000000 is due")
    #expect(failure { _ = try fields.count("big") } == "thing.big: a number from 0 to 1000000000 is due")
    #expect(failure { _ = try fields.list("bad", of: Point.self) } == "thing.bad[1].point.x: an integer is due")
    #expect(failure { _ = try Fields([1], "thing") } == "thing: an object is due")
  }
}
