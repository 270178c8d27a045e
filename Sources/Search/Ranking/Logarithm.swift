/// The natural logarithm to five digits, which is more than ranking asks; the C library is not needed for it.
func logarithm(_ number: Float) -> Float {
  let ratio = (number.significand - 1) / (number.significand + 1)
  let square = ratio * ratio
  return Float(number.exponent) * 0.693_147_2
    + 2 * ratio * (1 + square * (0.333_333_3 + square * (0.2 + square * 0.142_857_1)))
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
