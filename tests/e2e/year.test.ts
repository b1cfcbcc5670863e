// A whole year of the plan that the pilot signed, played by its people on its days: plan, activities on a phone, reports,
// a wave before and a wave after, and what the campaign did. The clock of the server is moved, nothing else.
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectAccessible, expectNoSidewaysScroll, keepScreenshot, phone } from './browser'
import { expectForEverybody } from './for-everybody'
import { costOf, firstDeeds, forgottenDeed, laterDeed, recordDeed, vnd } from './year-activities'
import { addItem, issueDistrictPlan, items } from './year-plan'
import { openReport, readWord, readWorkbook, signAndSubmit, tablesOf } from './year-reports'
import { commune, district, openStage, type Stage, year } from './year-stage'
import { addWave, declareStudy, drawRollout, firstGroup, studyTitle } from './year-study'
import { after, answerOnPhone, before, planWave, sendAnswers } from './year-waves'

const [officer, scribe, reader] = ['can-bo-huyen', 'can-bo-phuoc-dan', 'nguoi-xem'] as const
const plan = `/plans/${commune}/${year}`
const words = 'Bà con hỏi nhiều về nộp hồ sơ qua mạng; hai khu phố nghe loa chưa rõ.'
const opening = (deeds: number, cost: number) =>
  new RegExp(`ghi nhận ${deeds} hoạt động tuyên truyền, kinh phí ${vnd(cost)} đồng`)

let stage: Stage
let rollout: string
let started: string[]
/** The tables of the commune's report on Quý I as it was handed in. */
let handedIn: Record<string, string[][]>

beforeAll(async () => {
  stage = await openStage(`${year}-01-15`)
}, 180_000)

afterAll(() => stage?.stop())

describe('the plan', () => {
  it('of the district is typed with its seven contents and issued', () =>
    stage.as(officer, async (page) => {
      await page.goto(`/plans/${district}/${year}`)
      await issueDistrictPlan(page)
      await expectAccessible(page)
      await keepScreenshot(page, 'year-district-plan')
    }))

  it('of a commune is drafted from it on a phone, comes back with a comment, is mended and accepted', async () => {
    const comment = 'Ghi thêm buổi họp ở khu phố 3'
    await stage.clock.set('2024-02-20')
    await stage.as(scribe, (page) => draftPlan(page), phone)
    await stage.clock.set('2024-02-22')
    await stage.as(officer, async (page) => {
      await page.goto(plan)
      await page.getByRole('textbox', { name: 'Ý kiến' }).fill(comment)
      await page.getByRole('button', { name: 'Trả lại để sửa' }).click()
      await page.getByText('Cấp trên đã trả lại').waitFor()
    })
    await stage.as(scribe, (page) => mendPlan(page, comment), phone)
    await stage.as(officer, async (page) => {
      await page.goto(plan)
      await page.getByText('8 buổi, lớp').first().waitFor()
      await page.getByRole('button', { name: 'Chấp nhận' }).click()
      await page.getByText('Cấp trên đã chấp nhận').waitFor()
    })
  })
})

async function draftPlan(page: Page) {
  await page.goto(plan)
  for (const item of items) await addItem(page, item)
  await expectNoSidewaysScroll(page)
  await page.getByRole('button', { name: 'Gửi kế hoạch' }).click()
  await page.getByText('đang chờ ý kiến').waitFor()
}

async function mendPlan(page: Page, comment: string) {
  await page.goto(plan)
  await page.getByText(comment).first().waitFor()
  await page.getByRole('button', { name: /^2\. / }).click()
  await page.getByLabel('buổi, lớp', { exact: true }).fill('8')
  await page.getByRole('button', { name: 'Gửi kế hoạch' }).click()
  await page.getByText('đang chờ ý kiến').waitFor()
}

describe('before the campaign', () => {
  it('lot decides on one click which communes start first', async () => {
    await stage.clock.set('2024-03-01')
    await stage.as(officer, async (page) => {
      rollout = await drawRollout(page, 'xổ số 29/02/2024')
      started = await firstGroup(page)
      expect(started).toHaveLength(4)
      await expectForEverybody(page)
      await keepScreenshot(page, 'year-rollout')
      await planWave(page, before)
    })
  })

  it('people are asked what they know, two of them on their phones', async () => {
    await stage.clock.set('2024-03-12')
    await stage.visit((page) => answerOnPhone(page, before, commune), phone)
    await stage.visit((page) => answerOnPhone(page, before, '22873-1'), phone)
    expect(await sendAnswers(stage.url, before, 8, () => false)).toBe(288)
    await stage.as(officer, async (page) => {
      await page.goto(`/waves/${before.id}`)
      await page.getByText('290').first().waitFor()
    })
  })

  it('the study is declared: what decides cannot be chosen afterwards', async () => {
    await stage.clock.set('2024-03-25')
    await stage.as(officer, async (page) => {
      await declareStudy(page, rollout, before)
      await page.getByText('Mới có một đợt khảo sát').waitFor()
      await expectAccessible(page)
    })
  })
})

describe('Quý I', () => {
  it('is recorded on a phone: loudspeakers, a meeting, leaflets, each with what proves it', async () => {
    await stage.clock.set('2024-03-26')
    await stage.as(
      scribe,
      async (page) => {
        for (const deed of firstDeeds) await recordDeed(page, deed)
        await expectNoSidewaysScroll(page)
      },
      phone,
    )
  })

  it('is reported: the figures come by themselves, the words are the officer’s, and it is handed in', async () => {
    await stage.as(scribe, async (page) => {
      await openReport(page, 'q1')
      await page.getByText(opening(3, costOf(firstDeeds))).waitFor()
      await page.getByLabel('Khó khăn, hạn chế và nguyên nhân').fill(words)
      await signAndSubmit(page, 'Trần Văn Thử', '31')
      handedIn = await tablesOf(page)
      await expectAccessible(page)
      await keepScreenshot(page, 'year-q1')
      const word = (await readWord(page, 'year-q1')).join('\n')
      expect(word).toMatch(opening(3, costOf(firstDeeds)))
      expect(word).toContain(words)
      for (const [caption, rows] of Object.entries(handedIn))
        for (const field of [caption, ...rows.flat()]) expect(word).toContain(field)
    })
  })

  it('shows the district who is late, on both boards and in its own report', async () => {
    await stage.clock.set('2024-04-02')
    await stage.as(officer, async (page) => {
      await page.goto(`/plans?year=${year}`)
      expect(await page.getByText('chậm 4 ngày').count()).toBe(8)
      await page.goto(`/period-reports?year=${year}`)
      await expectAccessible(page)
      await keepScreenshot(page, 'year-reports')
      await openReport(page, 'q1', district)
      await page.getByText('1 trên 9 đơn vị đã nộp báo cáo').waitFor()
      await page.getByText(/Chưa nộp hoặc đang bổ sung: .*Xã Phước Vinh/).waitFor()
      await signAndSubmit(page, 'Nguyễn Thị Thử', '58')
      await keepScreenshot(page, 'year-q1-district')
      const word = (await readWord(page, 'year-q1-district')).join('\n')
      expect(word).toContain('Chưa nộp hoặc đang bổ sung')
    })
  })
})

describe('the half year', () => {
  it('has what was forgotten in Quý I, whose report stays as it was handed in', async () => {
    await stage.clock.set('2024-06-10')
    await stage.as(
      scribe,
      async (page) => {
        for (const deed of [forgottenDeed, laterDeed]) await recordDeed(page, deed)
      },
      phone,
    )
    await stage.as(scribe, async (page) => {
      await openReport(page, 'q1')
      expect(await tablesOf(page)).toEqual(handedIn)
      await openReport(page, 'h1')
      const all = [...firstDeeds, forgottenDeed, laterDeed]
      await page.getByText(opening(5, costOf(all))).waitFor()
      await signAndSubmit(page, 'Trần Văn Thử', '77')
      const sheets = await readWorkbook(page)
      const costs = sheets.flat(2).filter((cell) => typeof cell === 'number')
      for (const { cost } of all) expect(costs).toContain(cost)
      await readWord(page, 'year-h1')
    })
  })
})

describe('after the campaign', () => {
  it('a few answers are no answer: the page says so, and what to collect', async () => {
    await stage.clock.set('2024-09-30')
    await stage.as(officer, (page) => planWave(page, after))
    await stage.clock.set('2024-10-08')
    await stage.visit((page) => answerOnPhone(page, after, commune), phone)
    await sendAnswers(stage.url, after, 1, (unit) => started.includes(unit))
    await stage.as(officer, async (page) => {
      await openStudy(page)
      await addWave(page, after)
      await page.getByRole('heading', { name: 'Chưa thể trả lời.' }).waitFor()
      await page.getByText('Thu đủ số phiếu tối thiểu ở từng xã trong từng đợt').first().waitFor()
      await expectAccessible(page)
      await keepScreenshot(page, 'year-effect-few')
    })
  })

  it('enough answers are one, with its interval and what it rests on', async () => {
    await sendAnswers(stage.url, after, 9, (unit) => started.includes(unit))
    await stage.clock.set('2024-10-28')
    await stage.as(reader, async (page) => {
      await openStudy(page)
      await page.getByRole('heading', { name: /^Chưa rõ/ }).waitFor()
      await page
        .getByText('Dựa trên 4 xã có và 5 xã chưa có tuyên truyền, 2 đợt khảo sát, 651 phiếu')
        .waitFor()
      await expectAccessible(page)
      await keepScreenshot(page, 'year-effect')
    })
  })
})

async function openStudy(page: Page) {
  await page.goto('/effect')
  await page.getByRole('link', { name: studyTitle }).click()
  await page.getByRole('heading', { level: 1, name: studyTitle }).waitFor()
}
