import Language
import Testing

@testable import Arguments

struct CompletionTests {
  @Test func bashKnowsEveryPathByEveryName() {
    let script = Sample.grammar.bashCompletion()
    #expect(script.contains("    '/tariff/list'|'/tariff/ls'|'/tariff/список') REPLY='/tariff/list' ;;\n"))
    #expect(script.contains("    '/pay') REPLY='methods'; [[ -n $cur ]] && REPLY+=' способы' ;;\n"))
    #expect(script.contains("    '/tariff --sort') REPLY='words price speed name fee available' ;;\n"))
    #expect(script.contains("    *' --snapshot') REPLY='file' ;;\n"))
    #expect(script.contains("    '/tariff/switch 0') REPLY='values tariff' ;;\n"))
    #expect(script.contains("    '/tariff/compare '*) REPLY='values tariff' ;;\n"))
    #expect(script.hasSuffix("\ncomplete -F _kabinet kabinet\n"))
  }

  @Test func zshDescribesOptionsAndCommands() {
    let script = Sample.grammar.zshCompletion()
    #expect(script.hasPrefix("#compdef kabinet\n"))
    #expect(script.contains(#"'(-n --dry-run)'{-n,--dry-run}'[only show \[what\] would: happen]'"#))
    #expect(script.contains(#"'(-y --yes)'{-y,--yes}'[don'\''t ask]'"#))
    #expect(script.contains("'(-m --method)'{-m+,--method=}'[how to pay]:method:'"))
    #expect(script.contains("'*--note=[a note]:text:'"))
    #expect(script.contains("        tariff|тариф) _kabinet_tariff && ret=0 ;;\n"))
    #expect(script.contains("      _message 'amount' && ret=0\n"))
    #expect(script.contains("    '1:tariff: _kabinet__values tariff'\n"))
  }

  @Test func fishDescribesOptionsAndCommands() {
    let script = Sample.grammar.fishCompletion()
    #expect(script.contains(#"complete -c kabinet -n "__kabinet_at '/pay'" -s y -l yes -d 'don\'t ask'"#))
    #expect(script.contains("-n \"__kabinet_at '/tariff' 0\" -a list -d 'list the tariffs'\n"))
    #expect(script.contains("-n \"__kabinet_at_typed '/tariff'\" -a список -d 'list the tariffs'\n"))
    #expect(script.contains("complete -c kabinet -l snapshot -d 'read from a snapshot' -r -F\n"))
    #expect(script.contains("-l sort -d 'the order' -x -a 'price speed name fee available'\n"))
  }

  @Test func noScriptTellsHiddenNames() {
    let grammar = Sample.grammar
    for script in [grammar.bashCompletion(), grammar.zshCompletion(), grammar.fishCompletion()] {
      #expect(!script.contains("secret") && !script.contains("--debug") && !script.contains("-l debug"))
    }
  }
}
