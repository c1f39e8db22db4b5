// What we read of Telegram's updates: https://core.telegram.org/bots/api#available-types. All of it comes from outside: anything may be missing.

export type TelegramChat = { id: number; type: string };
export type TelegramFrom = { id: number; is_bot?: boolean; first_name?: string; last_name?: string; language_code?: string };
/** `file_size` in bytes. */
export type TelegramFile = { file_id: string; file_name?: string; mime_type?: string; file_size?: number };
export type TelegramLocation = { latitude: number; longitude: number; live_period?: number };

export type TelegramMessage = {
  message_id: number;
  from?: TelegramFrom;
  chat: TelegramChat;
  /** Seconds since 1970. */
  date: number;
  edit_date?: number;
  reply_to_message?: { message_id: number };
  text?: string;
  caption?: string;
  photo?: TelegramFile[];
  document?: TelegramFile;
  animation?: TelegramFile;
  audio?: TelegramFile;
  video?: TelegramFile;
  video_note?: TelegramFile;
  voice?: TelegramFile;
  sticker?: TelegramFile & { emoji?: string };
  location?: TelegramLocation;
  venue?: { location: TelegramLocation; title: string; address: string };
  contact?: { phone_number: string; first_name: string; last_name?: string };
  reply_markup?: { inline_keyboard?: { text: string; callback_data?: string }[][] };
};

export type TelegramUpdate = {
  update_id: number;
  message?: TelegramMessage;
  edited_message?: TelegramMessage;
  callback_query?: { id: string; from: TelegramFrom; message?: Partial<TelegramMessage> & { chat: TelegramChat }; data?: string };
  my_chat_member?: { chat: TelegramChat; from: TelegramFrom; date: number; new_chat_member: { status: string } };
};
