package io.github.iremote.config;

/** What a place for messages is, and how it is reached. */
public sealed interface Address
    permits SlackConfig,
        SlackBotConfig,
        NtfyConfig,
        TelegramConfig,
        EmailConfig,
        WebhookConfig,
        CommandConfig {}
