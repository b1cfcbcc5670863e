// What the officer of the sample data has released, so that the public page has something to show from the first minute.
export const sampleReleases = [
  {
    index: 'sipas.v1',
    wave: 'hai-long-2024-2',
    baseline: 'hai-long-2024-1',
    title: 'Chỉ số hài lòng, đợt 2 năm 2024 (dữ liệu mẫu)',
  },
  {
    index: 'awareness.v1',
    wave: 'nhan-biet-2024-2',
    baseline: 'nhan-biet-2024-1',
    title: 'Nhận biết về cải cách hành chính sau tuyên truyền 2024 (dữ liệu mẫu)',
  },
]
