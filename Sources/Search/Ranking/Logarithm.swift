/// The natural logarithm of a number from one on to five digits, which is more than ranking asks; the C library is not needed
/// for it. The polynomial is 4.1.44 of Abramowitz and Stegun's Handbook of Mathematical Functions; a search asks
/// thousands of times, so the exponent is taken from the bits and nothing is divided.
@inline(__always)
func logarithm(_ number: Float) -> Float {
  let bits = number.bitPattern
  let exponent = Float(Int32(truncatingIfNeeded: bits >> 23) - 127)
  let above = Float(bitPattern: bits & 0x7F_FFFF | 0x3F80_0000) - 1
  let curve = 0.289_474_78 + above * (-0.136_062_75 + above * 0.032_158_45)
  let slope = 0.999_495_56 + above * (-0.491_908_96 + above * curve)
  return exponent * 0.693_147_2 + above * slope
}

/// The number whose natural logarithm it is, found by halving: three digits, for numbers up to a million.
func exponential(_ number: Float) -> Float {
  var low: Float = 1
  var high: Float = 1_048_576
  while high / low > 1.000_1 {
    let middle = (low * high).squareRoot()
    if logarithm(middle) < number { low = middle } else { high = middle }
  }
  return low
}
