/// Words that stand everywhere. They weigh little and are never left out: a query of them alone is answered too.
enum StopWords {
  static func contains(_ word: ArraySlice<UInt8>) -> Bool { word.withUnsafeBufferPointer { words.contains($0) } }

  private static let words: Interned = {
    var words = Interned(capacity: 1 << 10)
    let tokens = Tokens(text)
    tokens.letters.withUnsafeBufferPointer { letters in
      for token in tokens.all { _ = words.intern(UnsafeBufferPointer(rebasing: letters[token.letters])) }
    }
    return words
  }()

  /// After the lists of snowballstem.org (BSD, see COPYING), with the words of a letter to a support desk, and with the
  /// forms of possessives and modal verbs, of which those lists have one each.
  private static let text = """
    и в во не что он на я с со как а то все она так его но да ты к у же вы за бы по только ее мне было вот от меня еще \
    нет о из ему теперь когда даже ну вдруг ли если уже или ни быть был него до вас нибудь опять уж вам сказал ведь там \
    потом себя ничего ей может они тут где есть надо ней для мы тебя их чем была сам чтоб без будто человек чего раз \
    тоже себе под жизнь будет ж тогда кто этот того потому этого какой совсем ним здесь этом один почти мой тем чтобы \
    нее кажется сейчас были куда зачем всех никогда можно при наконец два об другой хоть после над больше тот через эти \
    нас про всего них какая много разве сказала три эту моя впрочем хорошо свою этой перед иногда лучше чуть том нельзя \
    такой им более всегда конечно всю между это почему здравствуйте добрый день пожалуйста подскажите \
    здравствуй доброго дня добрые утро утра вечер вечера привет спасибо благодарю прошу скажите помогите \
    мои моя мое моей моего моему моем моими моих мною мной твой твоя твои тебе ваш ваша ваше ваши вашей вашего вашему \
    вашем вашими ваших вами наш наша наше наши нашей нашего нашем нами свой своя свое свои своей своего своему своем \
    своих своими собой сами само самих нем нему ними могу можете может можем могут мог могла смогу нужно нужна нужен \
    нужны буду будем будете будут
    i me my myself we our ours ourselves you your yours yourself yourselves he him his himself she her hers herself it \
    its itself they them their theirs themselves what which who whom this that these those am is are was were be been \
    being have has had having do does did doing would should could ought a an the and but if or because as until while \
    of at by for with about against between into through during before after above below to from up down in out on off \
    over under again further then once here there when where why how all any both each few more most other some such no \
    nor not only own same so than too very can will please dont doesnt didnt cant isnt arent wont wouldnt couldnt
    """
}
