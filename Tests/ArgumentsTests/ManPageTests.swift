import Language
import Testing

@testable import Arguments

struct ManPageTests {
  private static let day = ManPage.Day(year: 2026, month: 11, day: 21)

  private func page(_ fileName: String, _ language: Language) throws -> String {
    let pages = Sample.grammar.manPages(in: language, dated: Self.day)
    return try #require(pages.first { $0.fileName == fileName }).source
  }

  @Test func everyVisibleCommandOfTheFirstLevelHasAPage() {
    let names = Sample.grammar.manPages(in: .english, dated: Self.day).map(\.fileName)
    #expect(
      names == [
        "kabinet.1", "kabinet-home.1", "kabinet-balance.1", "kabinet-pay.1", "kabinet-tariff.1", "kabinet-sync.1",
        "kabinet-help.1",
      ])
  }

  @Test func aCommandHasAWholePage() throws {
    let expected = #"""
      .\" -*- coding: utf-8 -*-
      .\" Generated from the commands of kabinet; do not edit.
      .Dd November 21, 2026
      .Dt KABINET-PAY 1
      .Os
      .Sh NAME
      .Nm kabinet-pay
      .Nd \&top \&up \&the account
      .Sh SYNOPSIS
      .Nm "kabinet \&pay"
      .Op Fl n | Fl \-dry\-run
      .Op Fl y | Fl \-yes
      .Op Fl m | Fl \-method Ns = Ns Ar METHOD
      .Op Fl \-note Ns = Ns Ar TEXT
      .Op Ar AMOUNT
      .Nm "kabinet \&pay methods"
      .Sh DESCRIPTION
      Top up the account.
      Other names: оплатить.
      .Pp
      Shows the sum first: 'yes' or \eno.
      .Pp
      Needs a login: run kabinet login first.
      Spends money: shows the sum first and asks; \-\-yes answers for a script.
      Talks to the provider over the network.
      .Bl -tag -width Ds
      .It Ar AMOUNT
      How much to pay.
      .El
      .Bl -tag -width Ds
      .It Fl n , Fl \-dry\-run
      Only show [what] would: happen.
      .It Fl y , Fl \-yes
      Don't ask.
      .It Fl m , Fl \-method Ns = Ns Ar METHOD
      How to pay.
      .It Fl \-note Ns = Ns Ar TEXT
      A note.
      .El
      .Ss "kabinet \&pay methods"
      The known methods.
      Other names: способы.
      .Sh EXIT STATUS
      .Bl -tag -width Ds
      .It 0
      Done, also when nothing was found.
      .It 2
      The command line is wrong, or a confirmation is needed and there is no terminal.
      .It 6
      Refused by the provider's rules.
      .It 8
      Accepted or unknown: the outcome is not settled yet.
      .El
      .Sh EXAMPLES
      Pay 500 ₽ "now":
      .Dl "kabinet \&pay 500 \-\-yes"
      .Sh SEE ALSO
      .Xr kabinet 1 ,
      .Xr kabinet\-balance 1

      """#
    #expect(try page("kabinet-pay.1", .english) == expected)
  }

  @Test func aRussianPageNamesTheStandardSections() throws {
    let source = try page("kabinet-pay.1", .russian)
    #expect(
      source.hasPrefix(
        #"""
        .\" -*- coding: utf-8 -*-
        .\" Создано из дерева команд kabinet; не правьте.
        .Dd 21 ноября 2026
        .Dt KABINET-PAY 1
        .Os
        .ds doc-section-name ИМЯ
        .ds doc-section-synopsis ОБЗОР
        .ds doc-section-description ОПИСАНИЕ
        .ds doc-section-see-also СМ.
        .Sh ИМЯ
        .Nm kabinet-pay
        .Nd пополнить счёт
        .Sh ОБЗОР

        """#))
    #expect(source.contains(".Sh КОДЫ ЗАВЕРШЕНИЯ\n") && source.contains(".Sh СМ. ТАКЖЕ\n"))
  }

  @Test func theOverviewHasGroupsTopicsAndReferences() throws {
    let source = try page("kabinet.1", .english)
    #expect(source.contains(".Ss Money\n.Bl -tag -width Ds\n.It Nm \"kabinet balance\"\n"))
    #expect(source.contains(".Sh FILES\n.Bl -tag -width Ds\n.It \\(ti/.local/share/kabinet\nThe store.\n.El\n"))
    #expect(source.contains(".Xr kabinet\\-home 1 ,\n"))
    #expect(!source.contains("secret"))
  }

  @Test(arguments: [
    (".Pp is text", "\\&.Pp is text"), ("'quoted' at the start", "\\&'quoted' at the start"),
    ("back\\slash", "back\\eslash"), ("use --yes or (-y)", "use \\-\\-yes or (\\-y)"),
    ("self-care", "self-care"), ("~/x `y` 2^3", "\\(ti/x \\(gay\\(ga 2\\(ha3"),
  ])
  func proseIsNeverARequest(text: String, line: String) {
    #expect(Mdoc.proseLine(text) == line)
  }

  @Test(arguments: [
    ("Nm", "\\&Nm"), ("No way", "\"\\&No \\&way\""), ("|", "\\&|"), ("dry-run", "dry\\-run"), ("500", "500"),
    ("say \"it's\"", "\"\\&say \\(dqit\\(aqs\\(dq\""), ("СУММА", "СУММА"),
  ])
  func anArgumentIsNeverAMacro(text: String, argument: String) {
    #expect(Mdoc.argument(text) == argument)
  }

  @Test func sentencesBeginLines() {
    var page = Mdoc()
    page.text("First one. Second! А третье? 5 is no beginning, i.e. this.")
    #expect(page.source == "First one.\nSecond!\nА третье? 5 is no beginning, i.e. this.\n")
  }
}
