// Who may ask: the names by which the server may be called, the token, and the link that leaves a cookie.
#pragma once
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/serve_options.h"

namespace annals {

// Whether the texts are equal, in a time that depends on their lengths only.
bool equal_in_constant_time(std::string_view a, std::string_view b);

// 256 bits from the system, in hexadecimal.
std::string random_key();

// Whether only this machine can reach the address.
bool is_loopback(std::string_view address);

// What of a request decides.
struct Visitor {
  std::string host;           // the Host header
  std::string origin;         // empty where there is none
  std::string authorization;  // "Bearer TOKEN"
  std::string cookies;
};

class Door {
 public:
  // Throws Error{Fault::usage} where the address is not this machine's and there is no token, or a poor one.
  explicit Door(const ServeOptions& options);

  // Throws Problem{403} where the server is called by a name that is not its own: a page elsewhere whose name was made
  // to lead here (DNS rebinding) could otherwise read the ledger. An address of numbers can not be so bent. The same
  // for a request that a page of another origin sent.
  void check_caller(const Visitor& visitor) const;

  // Throws Problem{401} where a token is asked for and neither header nor cookie has it.
  void check_token(const Visitor& visitor) const;

  bool asks_token() const { return !token_.empty(); }

  // The key of the link that lets a browser in, once.
  std::string link_key() const;

  // The Set-Cookie header for whoever brings the link's key, which is spent by it and replaced; nothing for a wrong
  // one.
  std::optional<std::string> redeem(std::string_view key);

 private:
  std::vector<std::string> hosts_;
  std::string token_;
  std::string session_;  // the cookie's value; dies with the process
  mutable std::mutex mutex_;
  std::string link_key_;
};

}  // namespace annals
