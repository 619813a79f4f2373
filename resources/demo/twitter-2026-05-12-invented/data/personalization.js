window.YTD.personalization.part0 = [
  {
    "p13nData" : {
      "demographics" : {
        "languages" : [
          {
            "language" : "English",
            "isDisabled" : false
          },
          {
            "language" : "German",
            "isDisabled" : false
          }
        ],
        "genderInfo" : {
          "gender" : "male"
        }
      },
      "interests" : {
        "interests" : [
          {
            "name" : "Business and news",
            "isDisabled" : false
          },
          {
            "name" : "Social media",
            "isDisabled" : false
          },
          {
            "name" : "Coffee",
            "isDisabled" : false
          },
          {
            "name" : "Running",
            "isDisabled" : false
          },
          {
            "name" : "Celebrity gossip",
            "isDisabled" : true
          },
          {
            "name" : "Privacy",
            "isDisabled" : false
          },
          {
            "name" : "Woodworking",
            "isDisabled" : false
          },
          {
            "name" : "Gardening",
            "isDisabled" : false
          },
          {
            "name" : "Cargo bicycles",
            "isDisabled" : false
          },
          {
            "name" : "Artificial intelligence",
            "isDisabled" : false
          },
          {
            "name" : "Home insurance",
            "isDisabled" : false
          },
          {
            "name" : "Weekend trips",
            "isDisabled" : false
          },
          {
            "name" : "Podcasts",
            "isDisabled" : false
          },
          {
            "name" : "Vegetarian cooking",
            "isDisabled" : false
          }
        ],
        "partnerInterests" : [],
        "audienceAndAdvertisers" : {
          "numAudiences" : "38",
          "advertisers" : [
            "@bluemug_invented",
            "@cityscooters_invented",
            "@fernbank_invented",
            "@gymbox_invented",
            "@harbour_airways_invented",
            "@insurely_invented",
            "@kettlehouse_invented",
            "@loudhail_invented",
            "@oakdesk_invented"
          ],
          "lookalikeAdvertisers" : [
            "@otherbank_invented",
            "@shoeshop_invented",
            "@solarroof_invented",
            "@tidyhome_invented"
          ],
          "doNotReachAdvertisers" : [],
          "catalogAudienceAdvertisers" : []
        },
        "shows" : [
          "The Invented Baking Show"
        ]
      },
      "locationHistory" : [],
      "inferredAgeInfo" : {
        "age" : [
          "35-49"
        ],
        "birthDate" : ""
      }
    }
  }
]
