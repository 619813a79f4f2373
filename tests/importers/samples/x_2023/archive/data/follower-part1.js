window.YTD.follower.part1 = [
  {
    "follower" : {
      "accountId" : "700300",
      "userLink" : "https://twitter.com/intent/user?user_id=700300"
    }
  }
]