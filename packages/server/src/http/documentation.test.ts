import { browser, describeInBrowser } from '@trialwright/test-support'
import { expect, test } from 'vitest'
import { openTrial } from '../testing/trial.ts'

describeInBrowser('the description of the interface', () => {
  test('given a browser, when the description is opened, then its routes can be read and its policy stops nothing', async () => {
    await using trial = await openTrial()
    const address = await trial.server.listen({ host: '127.0.0.1', port: 0 })
    const chromium = await browser()
    try {
      // Routes are drawn as they come into sight, so the window is as high as all of them.
      const page = await chromium.newPage({ viewport: { width: 1280, height: 30_000 } })
      const complaints: string[] = []
      page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
      page.on('pageerror', (error) => complaints.push(error.message))
      await page.goto(`${address}/api/docs/`)
      await page.getByText('Register a participant under the next code of the site').waitFor()
      await page.getByText('Randomise the participant; nobody on this side sees the arm').click()
      await page.getByText('/randomise').first().waitFor()
      expect(complaints).toEqual([])
    } finally {
      await chromium.close()
    }
  }, 120_000)
})
