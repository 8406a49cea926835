package io.github.iremote.cli.setup;

/** What a person has to do in a browser, as {@code setup} tells it. */
final class Instructions {
  static final String PORTAL =
      """

      CarData needs a client of your own, made in the My BMW portal in a browser:
        1. Log in at https://www.bmw.com (or your country's), open your vehicle, then BMW CarData.
        2. Click "Create CarData client", and copy the client id at once.
        3. Tick "CarData API", wait a minute, tick "CarData Streaming", wait another minute.
      Do NOT press "Authenticate device" there: that is done here, in a moment.""";

  static final String HOOK =
      """

      Slack needs an incoming webhook, which is an address to post to: at https://api.slack.com/apps
      Create New App, From scratch; then Incoming Webhooks, On; Add New Webhook; choose the channel.""";

  static final String BOT =
      """

      The bot is a Slack app: at https://api.slack.com/apps Create New App, From scratch; then OAuth &
      Permissions, bot scopes chat:write and files:write; Install to Workspace; /invite it to the channel.""";

  private Instructions() {}
}
