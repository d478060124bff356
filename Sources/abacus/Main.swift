import AbacusCommands

@main
enum Main {
  static func main() {
    runAbacus()
  }
}
