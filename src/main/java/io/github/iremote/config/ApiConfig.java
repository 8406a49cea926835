package io.github.iremote.config;

/** Which of BMW's APIs is asked, and as whom. */
public sealed interface ApiConfig permits CarDataConfig, ConnectedDriveConfig {}
