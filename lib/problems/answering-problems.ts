// What keeps answers from being taken. Nothing is stored then, and each sentence says what the citizen can do.
import { defineProblem, type Fault } from '#lib/problems/define-problem'
import { writtenMoment } from '#lib/problems/written-moment'

export const answeringProblems = {
  unknownWave: defineProblem<{ wave: string }>('unknown_wave', 404, ({ wave }) => ({
    vi: `Không có đợt khảo sát “${wave}”. Hãy kiểm tra lại đường dẫn hoặc mã QR.`,
    en: `There is no survey wave “${wave}”. Check the link or QR code.`,
  })),
  unknownUnit: defineProblem<{ unit: string }>('unknown_unit', 422, ({ unit }) => ({
    vi: `Đơn vị “${unit}” không thuộc đợt khảo sát này. Hãy quét lại mã QR tại nơi ông/bà đến.`,
    en: `Unit “${unit}” does not take part in this wave. Scan the QR code of the place you visited again.`,
  })),
  unknownCluster: defineProblem<{ cluster: string }>('unknown_cluster', 422, ({ cluster }) => ({
    vi: `Thôn/khu phố “${cluster}” không có trong mẫu của đợt khảo sát này.`,
    en: `Village “${cluster}” is not in the sample of this wave.`,
  })),
  modeNotOffered: defineProblem<{ mode: string }>('mode_not_offered', 422, ({ mode }) => ({
    vi: `Đợt khảo sát này không nhận phiếu theo cách “${mode}”.`,
    en: `This wave does not take answers by mode “${mode}”.`,
  })),
  placeNotOffered: defineProblem<{ place: string }>('place_not_offered', 422, ({ place }) => ({
    vi: `Đợt khảo sát này không nhận phiếu từ nơi “${place}”.`,
    en: `This wave does not take answers from the place “${place}”.`,
  })),
  unknownCollector: defineProblem<{ collector: string }>('unknown_collector', 422, ({ collector }) => ({
    vi: `Không có vai trò người đưa phiếu “${collector}”.`,
    en: `There is no role “${collector}” of somebody who hands the form over.`,
  })),
  proofRequired: defineProblem<{ challenge: unknown }>('proof_required', 428, () => ({
    vi: 'Hệ thống đang chặn phiếu gửi tự động. Hãy giải bài toán kèm theo rồi gửi lại; phiếu chưa được ghi.',
    en: 'Answers sent by machines are being held off. Solve the challenge and send again; nothing was stored.',
  })),
  waveNotOpen: defineProblem<{ opensAt: Date }>('wave_not_open', 409, ({ opensAt }) => ({
    vi: `Đợt khảo sát chưa mở. Bắt đầu nhận phiếu từ ${writtenMoment(opensAt, 'vi-VN')}.`,
    en: `The wave is not open yet. Answers are taken from ${writtenMoment(opensAt, 'en-GB')}.`,
  })),
  waveClosed: defineProblem<{ closedAt: Date }>('wave_closed', 409, ({ closedAt }) => ({
    vi: `Đợt khảo sát đã đóng lúc ${writtenMoment(closedAt, 'vi-VN')}. Phiếu không được ghi nhận.`,
    en: `The wave closed at ${writtenMoment(closedAt, 'en-GB')}. The answer was not stored.`,
  })),
  resultsReleased: defineProblem('results_released', 409, () => ({
    vi: 'Đợt khảo sát đã đóng và kết quả đã công bố, nên không nhận thêm phiếu. Chỉ khi bản công bố bị thu hồi mới nhận tiếp được trong thời gian gia hạn.',
    en: 'The wave has closed and its results are public, so no more answers are taken. Only if the release is withdrawn can more arrive in the days of grace.',
  })),
  wrongVersion: defineProblem<{ sent: string; expected: string }>(
    'wrong_version',
    409,
    ({ sent, expected }) => ({
      vi: `Phiếu này là bản ${sent}, đợt khảo sát dùng bản ${expected}. Hãy tải lại trang.`,
      en: `This form is version ${sent}, the wave uses ${expected}. Please reload the page.`,
    }),
  ),
  invalidAnswers: defineProblem<{ faults: Fault[] }>('invalid_answers', 422, ({ faults }) => ({
    vi: `Có ${faults.length} câu cần xem lại: ${faults.map((f) => f.vi).join(' ')}`,
    en: `${faults.length} answers need another look: ${faults.map((f) => f.en).join(' ')}`,
  })),
}
