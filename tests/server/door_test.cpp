// Who may ask, by what name, with what token, and how much.
#include "server/door.h"

#include "server/gate.h"
#include "server/ledger_reading.h"
#include "server/problem.h"
#include "server/served_ledger.h"

namespace annals {
namespace {

using support::json;
using support::message;

class DoorTest : public support::ServedLedger {
 protected:
  static constexpr const char* kToken = "0123456789abcdef";
  static ServeOptions with_token() {
    ServeOptions guarded = options();
    guarded.token = kToken;
    return guarded;
  }
};

TEST_F(DoorTest, GoesByItsOwnNamesOnly) {
  const std::string port = ":" + std::to_string(served_->server.port());
  for (const std::string host : {"localhost", "127.0.0.1", "[::1]", "LOCALHOST"}) {
    EXPECT_EQ(get("/health", {{"Host", host + port}})->status, 200) << host;
  }
  for (const std::string host : {"evil.example", "localhost.evil.example", "127.0.0.1.nip.io", "", "127.0.0.1@evil"}) {
    EXPECT_EQ(get("/health", {{"Host", host + port}})->status, 403) << host;
    EXPECT_EQ(served_->client->Get("/", {{"Host", host + port}})->status, 403) << host;
  }
}

TEST_F(DoorTest, AFurtherNameMayBeGiven) {
  ServeOptions named = options();
  named.hosts = {"ledger.example"};
  Door door(named);
  EXPECT_NO_THROW(door.check_caller({"Ledger.Example:80", "", "", ""}));
  EXPECT_NO_THROW(door.check_caller({"ledger.example:80", "https://ledger.example:80", "", ""}));
  EXPECT_THROW(door.check_caller({"ledger.example", "https://other.example", "", ""}), Problem);
  EXPECT_THROW(door.check_caller({"ledger.example", "null", "", ""}), Problem);
}

TEST_F(DoorTest, BeyondThisMachineNeedsAToken) {
  ServeOptions open = options();
  open.address = "0.0.0.0";
  EXPECT_EQ(
      message([&] { Door{open}; }),
      "--listen 0.0.0.0: other machines could read the ledger without a token. Give --token, or set ANNALS_TOKEN, "
      "to a secret of 16 characters or more.");
  open.token = "short";
  EXPECT_EQ(message([&] { Door{open}; }),
            "--token: it has fewer than 16 characters and could be guessed. Take a longer one, for example from "
            "`openssl rand -hex 16`.");
  open.token = kToken;
  EXPECT_EQ(message([&] { Door{open}; }), "no error");
}

TEST_F(DoorTest, TheTokenOpens) {
  const support::Served served(with_token());
  const auto ask = [&](const char* path, const httplib::Headers& headers) {
    return served.client->Get(path, headers)->status;
  };
  for (const char* path : {"/", "/api/v1/health", "/api/v1/openapi.json", "/api/v1/nothing"}) {
    EXPECT_EQ(ask(path, {}), 401) << path;
  }
  EXPECT_EQ(served.client->Get("/api/v1/health")->get_header_value("WWW-Authenticate"), "Bearer realm=\"annals\"");
  EXPECT_EQ(ask("/api/v1/health", {{"Authorization", "Bearer 0123456789abcdef"}}), 200);
  EXPECT_EQ(ask("/api/v1/health", {{"Authorization", "Bearer 0123456789abcdeg"}}), 401);
  EXPECT_EQ(ask("/api/v1/health", {{"Authorization", "Bearer "}}), 401);
  EXPECT_EQ(ask("/api/v1/health", {{"Cookie", "annals_token="}}), 401);
}

TEST_F(DoorTest, TheLinkOpensOnce) {
  ServeOptions guarded = with_token();
  std::vector<std::string> links;
  guarded.on_link = [&](const std::string& link) { links.push_back(link); };
  const support::Served served(guarded);
  const std::string link = served.server.link();
  const std::string path = link.substr(link.find("/?key="));
  EXPECT_EQ(served.client->Get("/?key=wrong")->status, 401);
  const auto opened = served.client->Get(path);
  ASSERT_EQ(opened->status, 303);
  const std::string cookie = opened->get_header_value("Set-Cookie");
  EXPECT_NE(cookie.find("HttpOnly"), std::string::npos);
  EXPECT_NE(cookie.find("SameSite=Strict"), std::string::npos);
  const std::string pair = cookie.substr(0, cookie.find(';'));
  EXPECT_EQ(served.client->Get("/api/v1/health", {{"Cookie", "theme=dark; " + pair}})->status, 200);
  EXPECT_EQ(served.client->Get(path)->status, 401) << "it is spent";
  ASSERT_EQ(links.size(), 1U) << "the next one is told";
  EXPECT_NE(links[0], link);
}

TEST_F(DoorTest, ComparesInWhole) {
  EXPECT_TRUE(equal_in_constant_time("", ""));
  EXPECT_TRUE(equal_in_constant_time("abc", "abc"));
  EXPECT_FALSE(equal_in_constant_time("abc", "abd"));
  EXPECT_FALSE(equal_in_constant_time("abcabc", "abc"));
  EXPECT_FALSE(equal_in_constant_time("", "a"));
  EXPECT_FALSE(equal_in_constant_time("a", ""));
}

TEST_F(DoorTest, LimitsWhatIsSent) {
  const auto long_target = served_->client->Get("/api/v1/events?text=" + std::string(5000, 'a'));
  EXPECT_EQ(long_target->status, 414);
  const auto longer = served_->client->Get("/api/v1/events?text=" + std::string(9000, 'a'));
  EXPECT_EQ(longer->status, 414);
  const auto body = post("/read", {{"text", std::string(2 << 20, 'a')}});
  if (body) {
    EXPECT_EQ(body->status, 413);
  }  // or the connection was closed while the client still wrote
}

TEST_F(DoorTest, WhatTakesTooLongEnds) {
  ServeOptions hurried = options();
  hurried.query_seconds = 0;
  LedgerReading ledger(hurried.ledger, hurried.query_seconds);
  const auto endless = [](SQLite::Database& db) {
    return db.execAndGet("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n")
        .getString();
  };
  EXPECT_THROW(ledger.ask(endless), Problem);
  EXPECT_EQ(LedgerReading(hurried.ledger, 10).ask([](SQLite::Database& db) {
    return db.execAndGet("SELECT count(*) FROM stories").getString();
  }),
            "2");
}

TEST_F(DoorTest, TooManyAtOnceAreToldToComeBack) {
  Gate gate(1, std::chrono::milliseconds(1));
  const Gate::Pass first(gate);
  EXPECT_TRUE(first);
  EXPECT_FALSE(Gate::Pass(gate));
}

TEST_F(DoorTest, TwoHundredConnectionsAreServed) {
  std::vector<std::unique_ptr<httplib::Client>> clients;
  for (int i = 0; i < 200; ++i) {
    auto& client = clients.emplace_back(std::make_unique<httplib::Client>("127.0.0.1", served_->server.port()));
    client->set_keep_alive(true);
    const auto result = client->Get("/api/v1/events");
    ASSERT_TRUE(result) << "connection " << i;
    EXPECT_EQ(result->status, 200);
  }
  for (auto& client : clients) EXPECT_EQ(client->Get("/api/v1/health")->status, 200) << "all were kept open";
}

}  // namespace
}  // namespace annals
