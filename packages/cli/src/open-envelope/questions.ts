import { createInterface } from 'node:readline'

/** Asks on the terminal, or reads line by line what is piped in. An input that ends answers nothing. */
export function openQuestions(input = process.stdin, output = process.stdout) {
  const lines = createInterface({ input, terminal: false })
  const waiting = lines[Symbol.asyncIterator]()
  return {
    async ask(question: string): Promise<string> {
      output.write(question)
      const { value, done } = await waiting.next()
      return done ? '' : value
    },
    close: () => lines.close(),
  }
}
