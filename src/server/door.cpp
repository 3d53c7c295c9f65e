// Host names, tokens, cookies.
#include "server/door.h"

#include <arpa/inet.h>
#include <sys/random.h>

#include <algorithm>
#include <array>

#include "annals/error.h"
#include "server/problem.h"

namespace annals {
namespace {

constexpr std::string_view kCookie = "annals_token";
constexpr std::size_t kShortestToken = 16;

bool is_address(const std::string& host) {
  std::array<unsigned char, 16> ignored{};
  return inet_pton(AF_INET, host.c_str(), ignored.data()) == 1 ||
         inet_pton(AF_INET6, host.c_str(), ignored.data()) == 1;
}

// "[::1]:8080" -> "::1", "Localhost:8080" -> "localhost".
std::string without_port(std::string_view host) {
  std::string name;
  if (host.starts_with('[')) {
    name = host.substr(1, host.find(']') - 1);
  } else {
    name = host.substr(0, host.find(':'));
  }
  std::ranges::transform(name, name.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return name;
}

// The value of our cookie in a Cookie header (RFC 6265, section 5.4).
std::string_view cookie_value(std::string_view header) {
  while (!header.empty()) {
    const std::size_t end = std::min(header.find(';'), header.size());
    std::string_view pair = header.substr(0, end);
    header.remove_prefix(std::min(end + 1, header.size()));
    while (pair.starts_with(' ')) pair.remove_prefix(1);
    if (pair.starts_with(kCookie) && pair.substr(kCookie.size()).starts_with('=')) {
      return pair.substr(kCookie.size() + 1);
    }
  }
  return {};
}

}  // namespace

bool equal_in_constant_time(std::string_view a, std::string_view b) {
  unsigned char different = a.size() == b.size() ? 0 : 1;
  for (std::size_t i = 0; i < a.size(); ++i) {
    const char other = b.empty() ? '\0' : b[i % b.size()];
    different = static_cast<unsigned char>(different | (a[i] ^ other));
  }
  return different == 0;
}

std::string random_key() {
  std::array<unsigned char, 32> bytes{};
  if (getrandom(bytes.data(), bytes.size(), 0) != static_cast<ssize_t>(bytes.size())) {
    throw Error{Fault::internal, "annals serve", "the system gives no random bytes",
                "Report this with the system's name."};
  }
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string key;
  for (const unsigned char byte : bytes) {
    key.push_back(kDigits[byte >> 4]);
    key.push_back(kDigits[byte & 15]);
  }
  return key;
}

bool is_loopback(std::string_view address) {
  return address == "localhost" || address == "::1" || address.starts_with("127.");
}

Door::Door(const ServeOptions& options)
    : hosts_{"localhost"}, token_(options.token), session_(random_key()), link_key_(random_key()) {
  if (!is_address(options.address)) hosts_.push_back(without_port(options.address));
  for (const std::string& host : options.hosts) hosts_.push_back(without_port(host));
  if (!is_loopback(options.address) && token_.empty()) {
    throw Error{Fault::usage, "--listen " + options.address, "other machines could read the ledger without a token",
                "Give --token, or set ANNALS_TOKEN, to a secret of 16 characters or more."};
  }
  if (!token_.empty() && token_.size() < kShortestToken) {
    throw Error{Fault::usage, "--token", "it has fewer than 16 characters and could be guessed",
                "Take a longer one, for example from `openssl rand -hex 16`."};
  }
}

void Door::check_caller(const Visitor& visitor) const {
  const std::string host = without_port(visitor.host);
  if (!is_address(host) && std::ranges::find(hosts_, host) == hosts_.end()) {
    throw Problem(403, "This server does not go by the name that the request calls it.",
                  "Use http://localhost or its address, or start annals serve with --host NAME.");
  }
  if (visitor.origin.empty()) return;
  const std::size_t scheme = visitor.origin.find("://");
  if (scheme == std::string::npos || visitor.origin.substr(scheme + 3) != visitor.host) {
    throw Problem(403, "A page of another origin sent this request.", "Open the page that this server itself gives.");
  }
}

void Door::check_token(const Visitor& visitor) const {
  if (token_.empty()) return;
  constexpr std::string_view kScheme = "Bearer ";
  const std::string_view header = visitor.authorization;
  if (header.starts_with(kScheme) && equal_in_constant_time(header.substr(kScheme.size()), token_)) return;
  const std::string_view cookie = cookie_value(visitor.cookies);
  if (!cookie.empty() && equal_in_constant_time(cookie, session_)) return;
  Problem problem(401, "The request has no token, or a wrong one.",
                  "Send the header Authorization: Bearer TOKEN, or open the link that annals serve printed.");
  problem.headers.emplace_back("WWW-Authenticate", "Bearer realm=\"annals\"");
  throw problem;
}

std::string Door::link_key() const {
  const std::lock_guard lock(mutex_);
  return link_key_;
}

std::optional<std::string> Door::redeem(std::string_view key) {
  const std::lock_guard lock(mutex_);
  if (token_.empty() || !equal_in_constant_time(key, link_key_)) return std::nullopt;
  link_key_ = random_key();
  return std::string(kCookie) + "=" + session_ + "; Path=/; HttpOnly; SameSite=Strict";
}

}  // namespace annals
