// The sample accounts, one for each role; two communes, one of the old district and one of today.
import type { Role } from '#lib/access'

export const sampleUsers: { login: string; name: string; role: Role; unitId: string | null }[] = [
  { login: 'quan-tri', name: 'Quản trị hệ thống (mẫu)', role: 'admin', unitId: null },
  { login: 'can-bo-huyen', name: 'Cán bộ huyện, tỉnh (mẫu)', role: 'district', unitId: null },
  { login: 'can-bo-phuoc-dan', name: 'Cán bộ thị trấn Phước Dân (mẫu)', role: 'commune', unitId: '22870-1' },
  { login: 'can-bo-ninh-phuoc', name: 'Cán bộ xã Ninh Phước (mẫu)', role: 'commune', unitId: '22870-2' },
  { login: 'phan-tich', name: 'Chuyên viên phân tích (mẫu)', role: 'analyst', unitId: null },
  { login: 'nguoi-xem', name: 'Người xem (mẫu)', role: 'viewer', unitId: null },
]
