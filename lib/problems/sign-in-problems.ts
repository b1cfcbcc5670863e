// Who may not come in, or not go on. None of them says whether a log-in exists.
import { defineProblem } from '#lib/problems/define-problem'

export const signInProblems = {
  signInRequired: defineProblem('sign_in_required', 401, () => ({
    vi: 'Ông/bà cần đăng nhập.',
    en: 'Please sign in.',
  })),
  wrongCredentials: defineProblem('wrong_credentials', 401, () => ({
    vi: 'Tên đăng nhập hoặc mật khẩu không đúng.',
    en: 'The user name or password is not right.',
  })),
  notAllowed: defineProblem<{ action: string; unit?: string }>('not_allowed', 403, () => ({
    vi: 'Tài khoản này không có quyền làm việc này.',
    en: 'Your account has no right to do this.',
  })),
  secondFactorRequired: defineProblem('second_factor_required', 403, () => ({
    vi: 'Vai trò của ông/bà cần bảo vệ hai lớp. Hãy thiết lập ở trang “Tài khoản của tôi” rồi tiếp tục.',
    en: 'Your role needs a second factor. Set one up on the page “My account”, then go on.',
  })),
  confirmationRequired: defineProblem('confirmation_required', 403, () => ({
    vi: 'Việc này cần xác nhận lại là chính ông/bà. Hãy xác nhận rồi làm lại.',
    en: 'This needs a fresh proof that it is you. Confirm, then try again.',
  })),
  wrongCode: defineProblem('wrong_code', 401, () => ({
    vi: 'Mã không đúng, đã dùng hoặc đã hết hạn. Hãy đợi ứng dụng hiện mã mới rồi nhập lại.',
    en: 'The code is wrong, used or out of time. Wait for the app to show a new one and type that.',
  })),
  stepExpired: defineProblem('step_expired', 401, () => ({
    vi: 'Lần đăng nhập này đã quá hạn. Hãy nhập lại mật khẩu.',
    en: 'This sign-in took too long. Please enter the password again.',
  })),
  passkeyRefused: defineProblem('passkey_refused', 401, () => ({
    vi: 'Khóa truy cập (passkey) này không dùng được ở đây. Hãy đăng nhập bằng cách khác.',
    en: 'This passkey does not work here. Sign in another way.',
  })),
  passwordClosed: defineProblem('password_closed', 403, () => ({
    vi: 'Tài khoản này đăng nhập qua cổng đăng nhập chung, không dùng mật khẩu.',
    en: 'This account signs in through the single sign-on, not with a password.',
  })),
  providerFailed: defineProblem('provider_failed', 502, () => ({
    vi: 'Cổng đăng nhập chung không xác nhận được lần đăng nhập này. Hãy thử lại; nếu vẫn lỗi, báo quản trị viên.',
    en: 'The single sign-on did not confirm this sign-in. Try again; if it keeps failing, tell an administrator.',
  })),
  providerUnknownPerson: defineProblem('provider_unknown_person', 403, () => ({
    vi: 'Cổng đăng nhập chung biết ông/bà, nhưng chưa có tài khoản nào ở đây gắn với ông/bà. Hãy nhờ quản trị viên.',
    en: 'The single sign-on knows you, but no account here belongs to you yet. Ask an administrator.',
  })),
}
