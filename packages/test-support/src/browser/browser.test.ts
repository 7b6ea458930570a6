import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { axe } from './axe.ts'
import { browser, describeInBrowser } from './browser.ts'

const clean = `<html lang="nb"><title>Prøve</title><main><h1>Samtykke på norsk</h1><p>Æ, ø og å.</p></main></html>`

describeInBrowser('the browser', () => {
  let chrome: Browser
  beforeAll(async () => {
    chrome = await browser()
  })
  afterAll(() => chrome.close())

  test('shows text and takes a picture that is not empty', async () => {
    const page = await chrome.newPage()
    await page.goto(`data:text/html;charset=utf-8,${encodeURIComponent(clean)}`)
    expect(await page.getByRole('heading').textContent()).toBe('Samtykke på norsk')
    const blank = await chrome.newPage()
    const [picture, empty] = [await page.screenshot(), await blank.screenshot()]
    expect(picture.length).toBeGreaterThan(empty.length + 500)
  })

  test('finds what breaks accessibility, also below a strict content security policy', async () => {
    const broken = clean.replace('<h1>', '<img src="data:," width="9"><h1>')
    const server = createServer((request, response) => {
      response.setHeader('content-security-policy', "default-src 'self'; img-src data:")
      response.setHeader('content-type', 'text/html; charset=utf-8')
      response.end(request.url === '/broken' ? broken : clean)
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    const page = await chrome.newPage()
    await page.goto(`${address}/broken`)
    expect((await axe(page)).map(({ rule }) => rule)).toEqual(['image-alt'])
    await page.goto(`${address}/clean`)
    expect(await axe(page)).toEqual([])
    server.closeAllConnections()
    server.close()
  })

  test('keeps web security on: a page cannot read another origin', async () => {
    const server = createServer((_, response) => response.end('secret'))
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const page = await chrome.newPage()
    await page.goto('data:text/html,<p>elsewhere</p>')
    const read = page.evaluate(
      `fetch('http://127.0.0.1:${(server.address() as AddressInfo).port}').then((r) => r.text())`,
    )
    await expect(read).rejects.toThrow('Failed to fetch')
    server.closeAllConnections()
    server.close()
  })
})
