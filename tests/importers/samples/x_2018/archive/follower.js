window.YTD.follower.part0 = [
  {
    "follower" : {
      "accountId" : "700100",
      "userLink" : "https://twitter.com/intent/user?user_id=700100"
    }
  },
  {
    "follower" : {
      "accountId" : "700101",
      "userLink" : "https://twitter.com/intent/user?user_id=700101"
    }
  },
  {
    "follower" : {
      "accountId" : "700102",
      "userLink" : "https://twitter.com/intent/user?user_id=700102"
    }
  }
]