/** Shared catalogue rows cannot be waited for: PostgreSQL answers "tuple concurrently updated" and wants a second try. */
export const together = async (work: () => Promise<unknown>): Promise<void> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return void (await work())
    } catch (error) {
      if (attempt === 20 || !String((error as Error).message).includes('concurrently')) throw error
      await new Promise((resolve) => setTimeout(resolve, 20 * attempt))
    }
  }
}
