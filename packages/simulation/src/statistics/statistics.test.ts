import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startRApart } from './r-apart.ts'
import { analysisFile, installedR, literal, type R, readRows, startR } from './r.ts'

let r: R
beforeAll(async () => {
  r = await startR(analysisFile)
}, 60_000)
afterAll(() => r.stop())

const ask = async (expression: string, by = r) => readRows(await by.text(expression))

describe('published worked examples', () => {
  test('63 in each arm, difference 10, SD 18, two-sided 5 %: 87 % power, as a published design has it (NCT03704363)', async () => {
    const power = async (n: number) => (await ask(`t_power(${n}, 10, 18)`)).get('power')?.[0] ?? 0
    expect(Math.round((await power(63)) * 100)).toBe(87)
    expect(Math.round((await power(52)) * 100)).toBe(80)
    expect(Math.round((await power(70)) * 100)).toBe(90)
  })

  // A. Dobson, An Introduction to Generalized Linear Models, 1990, page 9; the example of R's own page on lm.
  test('plant weights: treatment against control −0.371, standard error 0.3114, p 0.249', async () => {
    const found = await r.text(`{
      ctl <- c(4.17, 5.58, 5.18, 6.11, 4.50, 4.61, 5.17, 4.53, 5.33, 5.14)
      trt <- c(4.81, 4.17, 4.41, 3.59, 5.87, 3.83, 6.03, 4.89, 4.32, 4.69)
      row <- coef(summary(lm(c(ctl, trt) ~ gl(2, 10))))[2, ]
      rows(names(row), unname(row))
    }`)
    const [estimate, error, , p] = [...readRows(found).values()].map(([value]) => value)
    expect(estimate).toBeCloseTo(-0.371, 3)
    expect(error).toBeCloseTo(0.3114, 4)
    expect(p).toBeCloseTo(0.249, 3)
  })

  // Achievement after three methods of training, with a covariate: Winer 1971, as worked by Dobson, section on analysis of covariance.
  // Sums of squares: covariate 36.575, methods 16.932, residual 10.302 with 17 degrees of freedom, F 13.97.
  test('an analysis of covariance: methods of training', async () => {
    const found = await r.text(`{
      y <- c(6, 4, 5, 3, 4, 3, 6, 8, 9, 7, 9, 8, 5, 7, 6, 7, 7, 7, 8, 5, 7)
      x <- c(3, 1, 3, 1, 2, 1, 4, 4, 5, 5, 4, 3, 1, 2, 3, 2, 2, 3, 4, 1, 4)
      table <- anova(lm(y ~ x + gl(3, 7)))
      rows(c("x", "method", "residual"), table[["Sum Sq"]], table[["Df"]], c(table[["F value"]][1:2], 0))
    }`)
    const table = readRows(found)
    expect(table.get('x')?.[0]).toBeCloseTo(36.575, 3)
    expect(table.get('method')?.[0]).toBeCloseTo(16.932, 3)
    expect(table.get('residual')?.slice(0, 2)).toEqual([expect.closeTo(10.302, 3), 17])
    expect(table.get('method')?.[2]).toBeCloseTo(13.97, 2)
  })

  // Student 1908, the extra hours of sleep of R's own data: paired difference −1.58, t −4.0621, p 0.002833.
  test('the covariance model with nobody’s baseline apart is the t test', async () => {
    const [extra, group] = [
      'c(0.7,-1.6,-0.2,-1.2,-0.1,3.4,3.7,0.8,0,2,1.9,0.8,1.1,0.1,-0.1,4.4,5.5,1.6,4.6,3.4)',
      'rep(0:1, each = 10)',
    ]
    const paired = await r.text(
      `{ e <- ${extra}; t <- t.test(e[1:10], e[11:20], paired = TRUE); rows(c("t", "p"), c(t$statistic, t$p.value)) }`,
    )
    expect(readRows(paired).get('t')?.[0]).toBeCloseTo(-4.0621, 4)
    expect(readRows(paired).get('p')?.[0]).toBeCloseTo(0.002833, 6)
    const two = await r.text(
      `{ e <- ${extra}; t <- t.test(e[11:20], e[1:10], var.equal = TRUE); rows("p", t$p.value) }`,
    )
    // A baseline drawn apart from the arm and left without weight changes p little; two of the same give what t.test gives.
    const same = await r.text(
      `{ d <- data.frame(e = ${extra}, g = ${group}); rows("p", coef(summary(lm(e ~ g, d)))[2, 4]) }`,
    )
    expect(readRows(same).get('p')?.[0]).toBeCloseTo(readRows(two).get('p')?.[0] ?? 0, 9)
  })
})

describe('our own functions against R’s', () => {
  const trials = literal([1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2])
  const arm = literal([0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1])
  const baseline = literal([30, 34, 28, 41, 36, 25, 52, 33, 30, 29, 44, 38])
  const endpoint = literal([22, 30, 27, 29, 33, 14, 40, 31, 20, 28, 41, 22])

  test('many trials at once give what lm gives for each', async () => {
    const many = await ask(`ancova_many(${trials}, ${arm}, ${baseline}, ${endpoint})`)
    for (const [trial, from] of [
      ['1', 1],
      ['2', 7],
    ] as const) {
      const part = (column: string) => `${column}[${from}:${from + 5}]`
      const one = await ask(`ancova(${part(arm)}, ${part(baseline)}, ${part(endpoint)})`)
      expect(many.get(trial)?.[0]).toBeCloseTo(one.get('estimate')?.[0] ?? 0, 8)
      expect(many.get(trial)?.[1]).toBeCloseTo(one.get('p')?.[0] ?? 0, 8)
    }
  })

  test('a trial in which all are in one arm cannot be fitted, and says so', async () => {
    const many = await ask(
      `ancova_many(${literal([1, 1, 1, 1])}, ${literal([1, 1, 1, 1])}, c(1, 2, 3, 4), c(1, 3, 2, 5))`,
    )
    expect(many.get('1')?.[0]).toBeNaN()
  })

  test('all visits at once: the last one’s row is the analysis of covariance of those with every visit', async () => {
    const visits = `c(${endpoint} + c(1, 3, 2, 4, 1, 2, 3, 1, 2, 5, 2, 2), ${endpoint})`
    const all = await ask(`all_visits(${arm}, ${baseline}, ${visits}, c("first", "last"))`)
    const one = await ask(`ancova(${arm}, ${baseline}, ${endpoint})`)
    expect(all.get('last')?.[0]).toBeCloseTo(one.get('estimate')?.[0] ?? 0, 8)
    expect(all.get('last')?.[1]).toBeCloseTo(one.get('lower')?.[0] ?? 0, 8)
    expect(all.get('joint')?.[3]).toBeGreaterThan(0)
  })

  const native = installedR(analysisFile)
  test.skipIf(native === undefined)('an installed R answers the same', async () => {
    const expression = `ancova(${arm}, ${baseline}, ${endpoint})`
    expect(await native?.text(expression)).toBe(await r.text(expression))
  })
})

test.each([
  ['a', '"a"'],
  [[1, NaN, null], 'c(1, NA, NA)'],
  [{ a: 1, b: undefined }, 'c("a" = 1)'],
])('%j is %s in R', (value, text) => expect(literal(value)).toBe(text))

test('given R in a process of its own, when it is asked, then it answers as here, and what it cannot work out is told', async () => {
  const apart = await startRApart(analysisFile)
  try {
    expect(apart.name).toBe(r.name)
    const [asked, refused] = [apart.text('t_power(63, 10, 18)'), apart.text('nobody_defined_this(1)')]
    await expect(refused).rejects.toThrow(/nobody_defined_this/)
    expect(await asked).toBe(await r.text('t_power(63, 10, 18)'))
  } finally {
    await apart.stop()
  }
}, 60_000)
