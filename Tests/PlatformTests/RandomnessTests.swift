import Platform
import Testing

@Test func identifierOfVersionSevenMatchesTheExampleOfItsStandard() {
  // RFC 9562, appendix A.6.
  let random: [UInt8] = [0x0c, 0xc3, 0x18, 0xc4, 0xdc, 0x0c, 0x0c, 0x07, 0x39, 0x8f]
  #expect(uuidVersion7(milliseconds: 0x017f_22e2_79b0, random: random) == "017f22e2-79b0-7cc3-98c4-dc0c0c07398f")
}

@Test func checksumTextHasEightDigits() {
  #expect(Hexadecimal.text(UInt32(0xab)) == "000000ab")
}

@Test func randomBytesDiffer() {
  #expect(Randomness.bytes(16) != Randomness.bytes(16))
}

@Test func theEnvironmentIsRead() {
  #expect(Process.environment()["PATH"]?.isEmpty == false)
}
