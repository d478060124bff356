import SurveyModel
import SurveySynthesis
import Testing

@Suite struct PopulationTests {
  func people(mentors: Int, mentees: Int) throws -> Population {
    try Synthesizer(
      codebook: Books.abc(),
      options: Books.options(mentors: mentors, mentees: mentees, rates: .flawless)
    ).population
  }

  @Test func aMentorHasOneToFiveMentees() throws {
    let loads = Dictionary(grouping: try people(mentors: 74, mentees: 203).mentorOfPair) { $0 }
    #expect(loads.count == 74)
    #expect(loads.values.allSatisfy { (1...5).contains($0.count) })
  }

  @Test func moreMenteesLeaveTheOthersWhereTheyAre() throws {
    let few = try people(mentors: 20, mentees: 40).mentorOfPair
    let many = try people(mentors: 20, mentees: 60).mentorOfPair
    #expect(Array(many.prefix(40)) == few)
  }

  @Test func manyMenteesStillFindRoom() throws {
    let loads = Dictionary(grouping: try people(mentors: 2, mentees: 31).mentorOfPair) { $0 }
    #expect(loads.values.map(\.count).max() == 16)
  }

  @Test func someMentorsHaveNobodyWhereMenteesAreFew() throws {
    let population = try people(mentors: 5, mentees: 1)
    #expect(population.seats(form: 0, wave: 0).map(\.person) == [0])
  }

  @Test func everyoneIsThereWhenNobodyIsLost() throws {
    let population = try people(mentors: 10, mentees: 30)
    #expect(population.seats(form: 0, wave: 1).compactMap(\.pair) == Array(0..<30))
    #expect(population.seats(form: 1, wave: 1).map(\.person) == Array(0..<30))
  }

  @Test func aFifthIsLostBetweenWaves() throws {
    let population = try Synthesizer(
      codebook: Books.abc(), options: Books.options(mentors: 2_000, mentees: 2_000)
    ).population
    let early = Set(population.seats(form: 1, wave: 0).map(\.person))
    let late = Set(population.seats(form: 1, wave: 1).map(\.person))
    let lost = Double(early.subtracting(late).count) / Double(early.count)
    #expect((0.16...0.24).contains(lost))  // four standard errors of 0.2 at about 1,700
  }
}
