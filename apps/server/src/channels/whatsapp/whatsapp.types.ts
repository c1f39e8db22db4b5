// What WhatsApp posts to us. Everything may be missing: https://developers.facebook.com/docs/whatsapp/cloud-api/webhooks/components

export type Media = { id?: string; mime_type?: string; caption?: string; filename?: string; voice?: boolean };

export type CustomerMessage = {
  from?: string;
  id?: string;
  timestamp?: string;
  type?: string;
  context?: { id?: string };
  text?: { body?: string };
  image?: Media;
  video?: Media;
  audio?: Media;
  document?: Media;
  sticker?: Media;
  location?: { latitude?: number; longitude?: number; name?: string; address?: string };
  contacts?: readonly {
    name?: { formatted_name?: string };
    phones?: readonly { phone?: string }[];
    emails?: readonly { email?: string }[];
  }[];
  button?: { payload?: string; text?: string };
  interactive?: {
    type?: string;
    button_reply?: { id?: string; title?: string };
    list_reply?: { id?: string; title?: string; description?: string };
    nfm_reply?: { body?: string };
  };
};

export type Status = {
  id?: string;
  status?: string;
  timestamp?: string;
  errors?: readonly { code?: number; title?: string; message?: string; error_data?: { details?: string } }[];
};

export type Change = {
  field?: string;
  value?: {
    metadata?: { phone_number_id?: string };
    contacts?: readonly { profile?: { name?: string }; wa_id?: string }[];
    messages?: readonly CustomerMessage[];
    statuses?: readonly Status[];
  };
};

export type Webhook = { object?: string; entry?: readonly { changes?: readonly Change[] }[] };
