// The plan of the pilot's district as data. What it goes by is real (numbers of legal texts, the seven contents, who does
// what, plans in Quý I, three reports a year); the wording is ours, and the days of the reports and the money are made up.
import { type PlanBody, planBody } from '#lib/campaigns/plan-body'

/** The district's plan of 2024. */
export const districtPlan: PlanBody = planBody.parse({
  number: '',
  title: 'Kế hoạch tuyên truyền cải cách hành chính huyện Ninh Phước năm 2024 (dữ liệu mẫu)',
  goals: [
    'Người dân, doanh nghiệp biết mình được phục vụ thế nào, nộp hồ sơ ở đâu, mất bao lâu, góp ý bằng cách nào',
    'Cán bộ, công chức, viên chức nắm nhiệm vụ cải cách hành chính của đơn vị mình trong năm',
    'Các chỉ số PAR INDEX, SIPAS, PAPI, PCI, DDCI tăng nhờ việc làm thật, đo được bằng khảo sát trước và sau',
    'Đại biểu HĐND, lãnh đạo phòng và xã hiểu mục đích phiếu khảo sát và trả lời khách quan',
  ],
  contents: [
    {
      area: 'direction',
      texts: [
        'Chương trình tổng thể cải cách hành chính 2021–2030 và kế hoạch của huyện trong năm',
        'Các chỉ số đo cải cách hành chính là gì, huyện đang đứng ở đâu, còn vướng điều gì',
        'Phiếu khảo sát để làm gì, vì sao cần trả lời thật và nhìn toàn diện',
      ],
      legalTexts: [
        '76/NQ-CP (15/7/2021)',
        '05-NQ/TU (28/9/2021)',
        '38/NQ-HĐND (22/7/2022)',
        '465/QĐ-UBND tỉnh (16/8/2022)',
        '87-CTr/HU (03/11/2021)',
        '134-KH/HU (09/01/2023)',
        '1647/QĐ-UBND huyện (09/9/2022)',
        '1755/QĐ-UBND huyện (06/12/2023)',
      ],
    },
    {
      area: 'institutions',
      texts: [
        'Văn bản của huyện được soạn, rà soát và kiểm tra ra sao, người dân góp ý bằng cách nào',
        'Việc theo dõi thi hành pháp luật và lĩnh vực trọng tâm của năm',
      ],
    },
    {
      area: 'procedures',
      texts: [
        'Thủ tục nào đã bớt giấy tờ, rút ngắn thời gian; nơi xem danh mục thủ tục',
        'Gửi và nhận hồ sơ qua bưu điện; nộp hồ sơ qua mạng; số hóa kết quả',
        'Nơi gửi phản ánh, kiến nghị và khi nào được trả lời',
      ],
      legalTexts: ['45/2016/QĐ-TTg (19/10/2016)'],
    },
    {
      area: 'organization',
      texts: [
        'Kết quả sắp xếp phòng, ban, đơn vị sự nghiệp; việc nào đã phân cấp cho xã',
        'Làm việc, họp trên môi trường số, không giấy tờ',
      ],
      legalTexts: ['18-NQ/TW và 92-KH/TU (21/02/2018)', '19-NQ/TW và 181-CTr/TU (21/02/2018)'],
    },
    {
      area: 'civil_service',
      texts: [
        'Vị trí việc làm, tuyển dụng và thi tuyển chức danh lãnh đạo cấp phòng',
        'Trách nhiệm, thái độ phục vụ và cách xử lý khi cán bộ vi phạm',
      ],
      legalTexts: [
        '07-NQ/TU (29/10/2021)',
        '74-KH/HU (25/01/2022)',
        '84/KH-UBND (28/3/2022)',
        '62/2020/NĐ-CP (01/6/2020)',
        '106/2020/NĐ-CP (10/9/2020)',
      ],
    },
    {
      area: 'public_finance',
      texts: [
        'Cơ chế tự chủ của đơn vị sự nghiệp, ngân sách gắn với kết quả công việc',
        'Dịch vụ công do tư nhân, tổ chức xã hội cùng cung cấp',
      ],
    },
    {
      area: 'digital',
      texts: [
        'Nộp hồ sơ, thanh toán và tra cứu trực tuyến: làm thế nào, ai giúp',
        'Ứng dụng phản ánh hiện trường: báo việc gì, bao lâu có trả lời',
        'Quy trình theo TCVN ISO 9001:2015 giúp gì cho người đến làm thủ tục',
      ],
      legalTexts: ['09-NQ/TU (29/11/2021)', '19/2014/QĐ-TTg'],
    },
  ],
  targetGroups: ['officials', 'delegates', 'businesses', 'citizens'],
  channels: [
    'loudspeaker',
    'broadcast',
    'press',
    'leaflet',
    'poster',
    'meeting',
    'law_day',
    'contest',
    'social',
    'website',
    'press_briefing',
  ],
  duties: [
    {
      office: 'UBND các xã, thị trấn',
      text: 'Lập kế hoạch của mình, bố trí kinh phí, báo cáo từng kỳ; người đứng đầu chịu trách nhiệm',
      dueOn: '2024-03-31',
    },
    {
      office: 'Phòng Nội vụ',
      text: 'Theo dõi, đôn đốc, kiểm tra; tổng hợp báo cáo; chuẩn bị hội nghị đánh giá cuối năm',
      dueOn: '2024-12-20',
    },
    {
      office: 'Phòng Tư pháp',
      text: 'Đưa nội dung vào chương trình của Hội đồng phối hợp phổ biến, giáo dục pháp luật',
      dueOn: null,
    },
    {
      office: 'Phòng Văn hóa – Thông tin',
      text: 'Hướng dẫn mở chuyên trang, chuyên mục; lồng ghép vào thông tin cổ động',
      dueOn: null,
    },
    { office: 'Phòng Tài chính – Kế hoạch', text: 'Thẩm định và bố trí kinh phí', dueOn: null },
    {
      office: 'Trung tâm Văn hóa Thể thao và Truyền thanh',
      text: 'Bản tin, phóng sự, gương điển hình trên đài huyện',
      dueOn: null,
    },
    { office: 'Trung tâm Chính trị huyện', text: 'Đưa nội dung vào các lớp bồi dưỡng', dueOn: null },
    {
      office: 'UBMTTQ Việt Nam huyện và các đoàn thể',
      text: 'Mời phối hợp, có kế hoạch riêng',
      dueOn: null,
    },
  ],
  budget: 180_000_000,
  unitPlansDueOn: '2024-03-31',
  reportsDueOn: { q1: '2024-03-25', h1: '2024-06-20', year: '2024-12-05' },
  items: [
    ...[
      {
        title: 'Chuyên mục cải cách hành chính trên đài truyền thanh huyện',
        channel: 'broadcast',
        areas: ['procedures', 'digital'],
        from: '2024-02',
        to: '2024-12',
        amounts: { programmes: 22, minutes: 10 },
        cost: 33_000_000,
        office: 'Trung tâm Văn hóa Thể thao và Truyền thanh',
      },
      {
        title: 'Lớp tập huấn nghiệp vụ một cửa cho công chức xã',
        channel: 'meeting',
        areas: ['procedures', 'civil_service'],
        targetGroups: ['officials'],
        from: '2024-04',
        to: '2024-05',
        amounts: { sessions: 3, attendances: 180 },
        cost: 36_000_000,
        office: 'Phòng Nội vụ',
      },
      {
        title: 'Cuộc thi tìm hiểu cải cách hành chính',
        channel: 'contest',
        areas: ['direction', 'digital'],
        targetGroups: ['citizens', 'youth'],
        from: '2024-08',
        to: '2024-09',
        amounts: { contests: 1, entries: 400 },
        cost: 45_000_000,
        office: 'Phòng Văn hóa – Thông tin',
      },
      {
        title: 'Họp báo định kỳ có phần cải cách hành chính',
        channel: 'press_briefing',
        areas: ['direction'],
        targetGroups: ['citizens', 'businesses'],
        from: '2024-03',
        to: '2024-12',
        amounts: { briefings: 4 },
        cost: 8_000_000,
        office: 'Văn phòng HĐND và UBND huyện',
      },
    ].map((item, at) => ({ targetGroups: ['citizens'], ...item, code: `v${at + 1}` })),
  ],
})
