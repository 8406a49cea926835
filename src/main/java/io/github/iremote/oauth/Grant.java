package io.github.iremote.oauth;

import java.util.LinkedHashMap;
import java.util.Map;

/** What an OAuth token is given for (RFC 6749, RFC 8628). */
public sealed interface Grant {

  /** The form fields of the token request. */
  Map<String, String> form();

  /** The owner's own credentials, as ConnectedDrive takes them. */
  record Password(String username, String password, String scope) implements Grant {
    @Override
    public Map<String, String> form() {
      Map<String, String> form = new LinkedHashMap<>();
      form.put("grant_type", "password");
      form.put("username", username);
      form.put("password", password);
      form.put("scope", scope);
      return form;
    }

    @Override
    public String toString() {
      return "Password[hidden]";
    }
  }

  /** A refresh token, which CarData accepts once. */
  record Refresh(String refreshToken) implements Grant {
    @Override
    public Map<String, String> form() {
      Map<String, String> form = new LinkedHashMap<>();
      form.put("grant_type", "refresh_token");
      form.put("refresh_token", refreshToken);
      return form;
    }

    @Override
    public String toString() {
      return "Refresh[hidden]";
    }
  }

  /** A device code that the owner has approved in a browser, with its PKCE verifier. */
  record DeviceCode(String deviceCode, String codeVerifier) implements Grant {
    @Override
    public Map<String, String> form() {
      Map<String, String> form = new LinkedHashMap<>();
      form.put("grant_type", "urn:ietf:params:oauth:grant-type:device_code");
      form.put("device_code", deviceCode);
      form.put("code_verifier", codeVerifier);
      return form;
    }

    @Override
    public String toString() {
      return "DeviceCode[hidden]";
    }
  }
}
