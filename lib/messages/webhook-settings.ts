// Where messages to telephones are handed over: a gateway for SMS or Zalo that the office runs or hires.
import { z } from 'zod'

export const webhookShape = z.object({
  url: z
    .url({
      protocol: /^https?$/,
      error: JSON.stringify({
        vi: 'Hãy nhập địa chỉ bắt đầu bằng https://.',
        en: 'Enter an address that begins with https://.',
      }),
    })
    .max(500),
})
export type WebhookSettings = z.output<typeof webhookShape>
export type WebhookAccess = WebhookSettings & { secret: string }
