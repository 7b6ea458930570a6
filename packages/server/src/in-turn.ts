const turns = new Map<string, Promise<unknown>>()

/** Runs works of one name after each other, whatever becomes of those before. */
export function inTurn<Result>(name: string, work: () => Promise<Result>): Promise<Result> {
  const turn = (turns.get(name) ?? Promise.resolve()).then(work)
  const ended = turn.then(
    () => undefined,
    () => undefined,
  )
  turns.set(name, ended)
  void ended.then(() => turns.get(name) === ended && turns.delete(name))
  return turn
}
